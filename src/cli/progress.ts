import { sayPainted } from './terminal.ts';

/**
 * One line on a terminal that says how far long work is; nothing where the output goes to a file or another program.
 */
export interface ProgressLine {
  readonly show: (done: number, total: number) => void;
  readonly clear: () => void;
}

const seconds = (ms: number): string => (ms < 90_000 ? `${Math.ceil(ms / 1000)} s` : `${Math.ceil(ms / 60_000)} min`);

export function progressLine(silent: boolean): ProgressLine {
  const { stderr } = process;
  if (silent || stderr.isTTY !== true) return { show: () => undefined, clear: () => undefined };
  const began = performance.now();
  let shown = 0;
  return {
    show: (done, total) => {
      const now = performance.now();
      if (now - shown < 100 && done < total) return;
      shown = now;
      const left = ((now - began) / done) * (total - done);
      sayPainted(
        `\r\x1b[K${done} of ${total}${done < total && now - began > 500 ? `, about ${seconds(left)} left` : ''}`,
      );
    },
    clear: () => sayPainted('\r\x1b[K'),
  };
}
