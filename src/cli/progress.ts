import { say, type Said } from './locale.ts';
import { progress as words } from './words/common.ts';

/** How far a long run has come. */
export interface Step {
  /** What is counted, and how many of it are done. */
  readonly count: number;
  /** How much of the input is done: 0 … 1. */
  readonly reached: number;
}

/** Seconds before anything is said: short runs say nothing. */
const patience = 2;
/** Seconds between two sayings: a terminal shows a moving line, a pipe gets a line now and then. */
const pause = { terminal: 0.2, pipe: 10 };
/** The rate is that of the last so many seconds: what stood already passes faster than what is made. */
const memory = 15;

function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** Shows how a run goes on, with its rate and the time left: one moving line on a terminal, plain lines in a pipe. */
export class ProgressLine {
  private readonly sentence: Said;
  private readonly stream: NodeJS.WriteStream;
  private readonly begin = performance.now();
  private readonly seen: { at: number; step: Step }[] = [];
  private last = 0;
  private shown = false;

  /** `sentence` may name {count}, {percent}, {rate} and {left}. */
  constructor(sentence: Said = words.line, stream: NodeJS.WriteStream = process.stderr) {
    this.sentence = sentence;
    this.stream = stream;
  }

  show(step: Step): void {
    const now = (performance.now() - this.begin) / 1000;
    const since = now - this.last;
    if (this.seen.length === 0 || now - (this.seen.at(-1)?.at ?? 0) >= 0.2) this.seen.push({ at: now, step });
    while (this.seen.length > 2 && now - (this.seen[0]?.at ?? now) > memory) this.seen.shift();
    if (now < patience || since < (this.stream.isTTY ? pause.terminal : pause.pipe)) return;
    this.last = now;
    this.print(now, step);
  }

  /** Takes the moving line away. */
  end(): void {
    if (this.shown && this.stream.isTTY) this.stream.write('\r\u001B[K');
    this.shown = false;
  }

  private print(now: number, step: Step): void {
    const first = this.seen[0];
    const seconds = now - (first?.at ?? 0);
    if (!first || seconds <= 0) return;
    const rate = (step.count - first.step.count) / seconds;
    const pace = (step.reached - first.step.reached) / seconds;
    const text = say(this.sentence, {
      count: step.count,
      percent: Math.floor(step.reached * 100),
      rate: rate < 10 ? rate.toFixed(1) : Math.round(rate),
      left: pace > 0 ? clock((1 - step.reached) / pace) : '?',
    });
    this.stream.write(this.stream.isTTY ? `\r\u001B[K${text}` : `${text}\n`);
    this.shown = true;
  }
}
