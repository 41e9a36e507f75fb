/** Exit codes (DESIGN section 5). */
export const exit = {
  clean: 0,
  faults: 1,
  usage: 2,
  environment: 3,
  bug: 70,
  interrupted: 130,
  hungUp: 129,
  terminated: 143,
} as const;
export type ExitCode = (typeof exit)[keyof typeof exit];
