/** What every file in `commands/` is. */
export interface Command {
  /** Gives the exit code. */
  run(args: readonly string[]): Promise<number>;
}
