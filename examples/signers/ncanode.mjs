#!/usr/bin/env node
/**
 * A signer for `reglament render --sign-command`: has NCANode 3 (a service with the national algorithms) sign what comes on the
 * input, and writes the signature to the output. Written from the source of NCANode; tried against a stand-in, never against the
 * service itself (docs/signing.md).
 *
 *   NCANODE_KEY=GOST512.p12 NCANODE_PASS_PHRASE=… reglament render cases \
 *     --sign-command 'node examples/signers/ncanode.mjs' --sign-certificate certificate.pem
 *
 * NCANODE_URL is where the service is (http://127.0.0.1:14579); NCANODE_TSP=yes asks it for a time stamp.
 */
import { readFileSync } from 'node:fs';

const { NCANODE_URL = 'http://127.0.0.1:14579', NCANODE_KEY, NCANODE_PASS_PHRASE, NCANODE_TSP } = process.env;

function fail(reason) {
  process.stderr.write(`ncanode: ${reason}\n`);
  process.exit(1);
}

if (!NCANODE_KEY || NCANODE_PASS_PHRASE === undefined) fail('set NCANODE_KEY and NCANODE_PASS_PHRASE');
try {
  const key = readFileSync(NCANODE_KEY).toString('base64');
  const data = readFileSync(0).toString('base64');
  const response = await fetch(new URL('/cms/sign', NCANODE_URL), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      data,
      signers: [{ key, password: NCANODE_PASS_PHRASE }],
      detached: true,
      withTsp: NCANODE_TSP === 'yes',
    }),
  });
  const { cms, message } = await response.json();
  if (!response.ok || typeof cms !== 'string') fail(message ?? `HTTP ${response.status}`);
  process.stdout.write(Buffer.from(cms, 'base64'));
} catch (error) {
  fail(error instanceof Error ? (error.cause?.code ?? error.message) : String(error));
}
