#!/usr/bin/env node
import { join } from 'node:path';
import { loadProgram } from './cli/program.ts';

/** The name of the program beside this file, put in by scripts/build.mjs: a hash of its content. */
declare const PROGRAM: string;

const { run } = loadProgram(join(import.meta.dirname, PROGRAM), import.meta.url);
process.exitCode = await run(process.argv.slice(2), process.env);
