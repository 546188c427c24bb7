import { writeFileSync } from 'node:fs';

/** Loaded before the program: writes down, when it ends, how much memory it took at most (kilobytes). */
process.on('exit', () => writeFileSync(process.env.OCTAVO_TEST_MEMORY, String(process.resourceUsage().maxRSS)));
