export { issuerOf, signerOf, type Certificate } from './certificate.ts';
export { signingKeyOf, usableAt } from './key.ts';
export { openKeyFile, type KeyFile } from './p12.ts';
export {
  digestVerdict,
  readSignature,
  readTimeStamp,
  signatureVerdict,
  stampVerdict,
  weaknessOf,
  type FoundSignature,
  type Verdict,
} from './read-cms.ts';
export { endAll, noneRunning, type Running } from './running.ts';
export {
  fingerprintOf,
  outsideCertificate,
  readCertificates,
  signerByCommand,
  signerWithKey,
  withPatience,
  type Signer,
} from './signer.ts';
export { trustOf, type Trust } from './trust.ts';
