import { compilerModules } from './engine.ts';
import { refuseNetwork } from './engine-code.ts';
import { confine } from './confine.ts';

/**
 * Loaded before the engine's compiler, in its process (`lib/confine-compiler.js`): a stylesheet of a stranger is not trusted while it is compiled
 * either. The compiler keeps the disk, since Node's permission model shows it only the draft.
 */
confine({
  modules: [...compilerModules, process.argv[1]!],
  replaced: { axios: refuseNetwork },
  isCompiler: true,
});
