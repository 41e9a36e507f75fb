import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { packageRoot } from '../store/index.ts';
import { exit } from './exit.ts';
import { localeFrom, say, setLocale } from './locale.ts';
import { common, headings, usageFaults } from './words/common.ts';
import { checkCommand } from './check.ts';
import { renderCommand } from './render.ts';
import { verifyCommand } from './verify.ts';
import { templateTableCommand } from './template-table.ts';
import { registerCommand } from './register.ts';
import { diagramsCommand } from './diagrams.ts';
import { appendicesCommand } from './appendices.ts';
import { clausesCommand } from './clauses.ts';
import { diffCommand } from './diff.ts';
import { questionnaireCommand } from './questionnaire.ts';
import { reportCommand } from './report.ts';
import { scanCommand } from './scan.ts';
import { importCommand } from './import.ts';
import { newCommand } from './new.ts';
import { doctorCommand } from './doctor.ts';

/** The commands in the order of the help; each loads its heavy parts when it runs. */
const commands = [
  checkCommand,
  renderCommand,
  verifyCommand,
  templateTableCommand,
  registerCommand,
  diagramsCommand,
  appendicesCommand,
  clausesCommand,
  diffCommand,
  questionnaireCommand,
  scanCommand,
  reportCommand,
  importCommand,
  newCommand,
  doctorCommand,
];

const versionOf = (): string => {
  const manifest: unknown = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
};

function usageText(text: string): string {
  for (const { pattern, said } of usageFaults) {
    const match = pattern.exec(text);
    if (match) return say(said, Object.fromEntries(match.slice(1).map((part, index) => [String(index), part])));
  }
  return text.replace(/^error: /, '').trim();
}

function dress(command: Command): Command {
  command.exitOverride().configureOutput({ outputError: (text, write) => write(`reglament: ${usageText(text)}\n`) });
  command.configureHelp({
    styleTitle: (title) => (headings[title] ? say(headings[title]) : title),
    sortSubcommands: false,
  });
  command.showSuggestionAfterError(true);
  return command;
}

function program(): Command {
  const root = dress(new Command('reglament'))
    .description(say(common.about))
    .version(versionOf(), '-V, --version', say(common.version))
    .helpOption('-h, --help', say(common.help))
    .helpCommand(false);
  for (const make of commands) root.addCommand(dress(make()));
  return root;
}

/** Runs one command line and returns its exit code; nothing escapes as a stack trace. */
export async function run(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  setLocale(localeFrom(argv, env));
  // Whoever reads us may stop early (`| head`); that is no fault of anybody.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exit.clean);
  });
  // Through `exit`, where what we started is ended too.
  process.once('SIGINT', () => process.exit(exit.interrupted));
  process.once('SIGTERM', () => process.exit(exit.terminated));
  process.once('SIGHUP', () => process.exit(exit.hungUp));
  try {
    const command = program();
    if (argv.length === 0) {
      command.outputHelp();
      return exit.usage;
    }
    await command.parseAsync(argv, { from: 'user' });
    return Number(process.exitCode ?? exit.clean);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.clean : exit.usage;
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${say(common.bug, { reason })}\n`);
    if (env['REGLAMENT_DEBUG'] && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
    return exit.bug;
  }
}
