import { contextOf, exitFor, finish, makeCommand, printFindings, rootFault, tell } from './command.ts';
import { exit } from './exit.ts';
import { say } from './locale.ts';
import { words } from './words/render.ts';

async function action(
  files: readonly string[],
  options: { readonly root?: string; readonly quiet?: boolean },
): Promise<void> {
  const context = contextOf(options);
  const fault = rootFault(context);
  if (fault) {
    printFindings([fault]);
    return finish(exit.usage);
  }
  const { verify } = await import('../jobs/verify.ts');
  const { verified, findings } = await verify(context.root, files);
  for (const { file, kind, number } of verified) tell(context, words.genuine, { file, kind, number });
  printFindings(findings);
  finish(exitFor(findings));
}

export const verifyCommand = () =>
  makeCommand('verify', words.verifyDescription, ['reglament verify out/documents/*.pdf'])
    .argument('<file...>', say(words.file))
    .action(action);
