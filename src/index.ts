export * from './diagnostics/index.ts';
export * from './model/index.ts';
export { loadLibrary, addressesIn, selectAddresses } from './jobs/regulations.ts';
export { check, type CheckReport } from './jobs/check.ts';
