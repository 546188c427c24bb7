import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Costs of whole processes: CPU seconds (user and system, children included), wall seconds, peak memory in MB. */
export interface Cost {
  readonly cpu: number;
  readonly wall: number;
  /** Not known where GNU time is missing. */
  readonly memory: number | undefined;
}

/** A program with its words, one after the other where there are several, in the run that is reported. */
export interface Subject {
  readonly name: string;
  readonly commands: (run: number) => readonly (readonly string[])[];
  /** Runs before the commands and is not measured. */
  readonly prepare?: () => void;
  readonly environment?: (run: number) => Readonly<Record<string, string>>;
  /** Exit codes that say the work was done; 0 where nothing is said. */
  readonly done?: readonly number[];
}

const gnuTime = ['/usr/bin/time', '/usr/local/bin/gtime', '/opt/homebrew/bin/gtime'].find(existsSync);

function runOne(
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
  done: readonly number[],
): Cost {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const report = join(folder, 'time');
  const [program, ...words] = gnuTime
    ? [gnuTime, '-q', '-o', report, '-f', '%U %S %M', ...command]
    : ['sh', '-c', '"$@" >/dev/null 2>&1; times | tail -1', 'sh', ...command];
  const began = performance.now();
  const { stdout, stderr, status } = spawnSync(program, words, {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  const wall = (performance.now() - began) / 1000;
  if (gnuTime && !done.includes(status ?? -1)) throw new Error(`${command.join(' ')} failed: ${stderr.slice(-400)}`);
  const text = gnuTime ? readFileSync(report, 'utf8') : stdout;
  rmSync(folder, { recursive: true, force: true });
  return gnuTime ? gnuCost(text, wall) : shellCost(text, wall);
}

function gnuCost(text: string, wall: number): Cost {
  const [user, system, kilobytes] = text.trim().split(' ').map(Number);
  return { cpu: user! + system!, wall, memory: kilobytes! / 1024 };
}

/** `0m1.20s 0m0.10s` */
function shellCost(text: string, wall: number): Cost {
  const seconds = [...text.matchAll(/(\d+)m([\d.]+)s/g)].map(([, m, s]) => Number(m) * 60 + Number(s));
  return { cpu: seconds.reduce((sum, s) => sum + s, 0), wall, memory: undefined };
}

function runSubject({ commands, prepare, environment, done }: Subject, run: number): Cost {
  prepare?.();
  const costs = commands(run).map((command) => runOne(command, environment?.(run) ?? {}, done ?? [0]));
  const memories = costs.flatMap(({ memory }) => memory ?? []);
  return {
    cpu: costs.reduce((sum, { cpu }) => sum + cpu, 0),
    wall: costs.reduce((sum, { wall }) => sum + wall, 0),
    memory: memories.length === 0 ? undefined : Math.max(...memories),
  };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Medians over `runs` rounds; in each round every subject runs once, so that a busy moment of the machine strikes all alike. */
export function measure(subjects: readonly Subject[], runs: number): Map<string, Cost> {
  const all = new Map<string, Cost[]>(subjects.map(({ name }) => [name, []]));
  for (let i = 0; i < runs; i++) for (const subject of subjects) all.get(subject.name)!.push(runSubject(subject, i));
  return new Map(
    [...all].map(([name, costs]) => {
      const memories = costs.flatMap(({ memory }) => memory ?? []);
      const memory = memories.length === 0 ? undefined : median(memories);
      return [name, { cpu: median(costs.map((c) => c.cpu)), wall: median(costs.map((c) => c.wall)), memory }];
    }),
  );
}
