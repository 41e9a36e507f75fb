import { createPublicKey, X509Certificate } from 'node:crypto';
import { issuerOf, type Certificate } from './certificate.ts';

/** Whether a certificate leads to one that is trusted. What is revoked is not asked: that takes the authority's own lists. */
export type Trust =
  | { readonly kind: 'trusted'; readonly root: string }
  /** No certificate of this name is among those given. */
  | { readonly kind: 'unknown-issuer'; readonly issuer: string }
  /** A certificate on the way was not valid at that instant, or may not certify others. */
  | { readonly kind: 'unfit'; readonly name: string }
  /** Signed with an algorithm that this program does not have. */
  | { readonly kind: 'unknown-algorithm'; readonly name: string };

const longestPath = 10;

function isSignedBy(certificate: Certificate, issuer: Certificate): boolean | undefined {
  try {
    const key = createPublicKey({ key: issuer.publicKey, format: 'der', type: 'spki' });
    return new X509Certificate(certificate.der).verify(key);
  } catch {
    return undefined;
  }
}

const isValid = ({ from, to }: Certificate, time: number): boolean =>
  Date.parse(from) <= time && time <= Date.parse(to);

/** Whether it may certify one below which so many authorities stand (RFC 5280, 4.2.1.9). */
const mayCertify = ({ isAuthority, usage, pathLength = Infinity }: Certificate, below: number): boolean =>
  isAuthority && usage?.certifies !== false && below <= pathLength;

/** Follows the issuers from a certificate to one of `trusted`; `known` came with the signature and proves nothing by itself. */
export function trustOf(
  certificate: Certificate,
  known: readonly Certificate[],
  trusted: readonly Certificate[],
  at: string,
): Trust {
  const time = Date.parse(at);
  let here = certificate;
  for (let step = 0; step < longestPath; step++) {
    const name = here.subject.commonName ?? here.serial;
    if (!isValid(here, time)) return { kind: 'unfit', name };
    if (trusted.some(({ der }) => der.equals(here.der))) return { kind: 'trusted', root: name };
    const candidates = [...trusted, ...known].filter(({ subject }) => subject.der.equals(here.issuer.der));
    const child = here;
    const above = candidates.find((candidate) => isSignedBy(child, candidate) === true);
    if (!above) {
      const isUnknown = candidates.some((candidate) => isSignedBy(child, candidate) === undefined);
      return isUnknown ? { kind: 'unknown-algorithm', name } : { kind: 'unknown-issuer', issuer: issuerOf(here) };
    }
    if (!mayCertify(above, step)) return { kind: 'unfit', name: above.subject.commonName ?? above.serial };
    if (above.der.equals(here.der)) return { kind: 'unknown-issuer', issuer: issuerOf(here) };
    here = above;
  }
  return { kind: 'unknown-issuer', issuer: issuerOf(here) };
}
