import { createHash, randomBytes } from 'node:crypto';
import { diagnostic, failure, success, type Outcome } from '../diagnostics/index.ts';
import { digestAlgorithm } from './algorithms.ts';
import { DerFault, items, needed, octets, read, sequence, smallOf, tags, textOf, unsigned, write } from './der.ts';
import { readTimeStamp, stampVerdict } from './read-cms.ts';

/** An authority that says when something was there (RFC 3161). */
export interface TimeStampAuthority {
  readonly url: string;
  readonly timeoutMs: number;
}

/** A reply is some kilobytes; whatever is longer is none. */
const longestReply = 1 << 20;

/** A request for a stamp of a digest; `nonce` comes back in the reply, so that an old reply is none. */
const requestOf = (hash: Buffer, nonce: Buffer): Buffer =>
  sequence(
    unsigned(Buffer.from([1])),
    sequence(digestAlgorithm('sha256'), octets(hash)),
    nonce,
    write(tags.boolean, Buffer.from([0xff])),
  );

/** The reply of the authority, or why there is none. */
async function ask({ url, timeoutMs }: TimeStampAuthority, request: Buffer): Promise<Outcome<Buffer>> {
  const lost = (reason: string): Outcome<never> => failure([diagnostic('tsa-unreachable', { url, reason })]);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: new Uint8Array(request),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) return lost(`HTTP ${response.status}`);
    const reader = response.body?.getReader();
    const chunks: Uint8Array[] = [];
    let length = 0;
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      chunks.push(part.value);
      length += part.value.length;
      if (length <= longestReply) continue;
      await reader?.cancel();
      return failure([diagnostic('tsa-reply-broken', { url })]);
    }
    return success(Buffer.concat(chunks));
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') return lost(`> ${timeoutMs / 1000} s`);
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    return lost(code || (cause instanceof Error ? cause.message : String(cause)));
  }
}

/** The stamp out of a reply; a refusal says in the words of the authority why. */
function tokenOf(url: string, reply: Buffer): Outcome<Buffer> {
  const [info, token] = items(read(reply));
  const [status, text] = items(needed(info));
  const code = smallOf(needed(status));
  // 0 granted, 1 granted with changes (RFC 3161, 2.4.2).
  if (code <= 1) return success(needed(token).whole);
  const words = text?.tag === tags.sequence ? items(text).map((word) => textOf(word) ?? '') : [];
  return failure([diagnostic('tsa-refused', { url, reason: [String(code), ...words].join(' ').slice(0, 200) })]);
}

/**
 * Asks for a stamp of a signature and checks what comes back: that it is for this signature and this request, and whole.
 * Faults: `tsa-unreachable`, `tsa-refused`, `tsa-reply-broken`.
 */
export async function timeStampOf(authority: TimeStampAuthority, value: Uint8Array): Promise<Outcome<Buffer>> {
  const { url } = authority;
  const nonce = unsigned(randomBytes(8));
  const reply = await ask(authority, requestOf(createHash('sha256').update(value).digest(), nonce));
  if (!reply.ok) return reply;
  const broken = failure([diagnostic('tsa-reply-broken', { url })]);
  try {
    const token = tokenOf(url, reply.value);
    if (!token.ok) return token;
    const stamp = readTimeStamp(token.value);
    const isOurs = stamp && stampVerdict(stamp, value) !== 'wrong' && stamp.nonce?.equals(read(nonce).content);
    return isOurs && stamp.isByAuthority ? token : broken;
  } catch (error) {
    if (error instanceof DerFault) return broken;
    throw error;
  }
}
