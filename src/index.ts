/** The public library: what the commands run, as functions over files; every fault comes back as a value. */
export * from './diagnostics/index.ts';
export * from './model/index.ts';
export { makeLocate, readTree, type Tree } from './source/index.ts';
export { addressesIn, loadLibrary, selectAddresses } from './jobs/regulations.ts';
export { check, type CheckReport } from './jobs/check.ts';
export { renderBatch, type RenderRequest, type RenderResult } from './jobs/render-batch.ts';
export { openSigning, type Signing, type SigningRequest } from './jobs/signing.ts';
export { templateTable, type TemplateTableRequest } from './jobs/template-table.ts';
export { register, type RegisterRequest, type RegisterResult } from './jobs/register.ts';
export { verify, type VerifiedDocument, type VerifyOptions } from './jobs/verify.ts';
export { diagrams } from './jobs/diagrams.ts';
export { report } from './jobs/report.ts';
export { doctor, type Examined } from './jobs/doctor.ts';
