import type { Command } from 'commander';
import { contextOf, finish, makeCommand, printFindings } from './command.ts';
import { exit } from './exit.ts';
import { say } from './locale.ts';
import { parts, words } from './words/doctor.ts';

async function action(options: {
  readonly root?: string;
  readonly quiet?: boolean;
  readonly out: string;
}): Promise<void> {
  const context = contextOf(options);
  const { doctor } = await import('../jobs/doctor.ts');
  const examined = await doctor(context.root, options.out);
  for (const { what, works, detail, findings } of examined) {
    if (works && context.quiet) continue;
    process.stdout.write(
      `${works ? '✓' : '✗'} ${say(parts[what].name)}: ${say(works ? words.works : words.fails)} — ${detail}\n`,
    );
    printFindings(findings);
    if (!works && findings.length === 0) process.stdout.write(`  ${say(parts[what].hint)}\n`);
  }
  if (examined.some(({ works }) => !works)) finish(exit.environment);
}

export const doctorCommand = (): Command =>
  makeCommand('doctor', words.description, ['reglament doctor', 'reglament doctor --out /srv/reglament/out'])
    .option('--out <dir>', say(words.out), 'out')
    .action(action);
