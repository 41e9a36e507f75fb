import type { Command } from 'commander';
import { makeCommand } from './command.ts';

export const doctorCommand = (): Command =>
  makeCommand('doctor', {
    en: 'Says what works on this machine, what is missing and what to do about it.',
    ru: 'Сообщает, что на этой машине работает, чего не хватает и что с этим делать.',
    kk: 'Осы машинада не жұмыс істейтінін, не жетіспейтінін және не істеу керектігін хабарлайды.',
  });
