import { receiver, shardPath } from '../src/formats/html/search/shard.ts';
import type { Load } from './index-files.ts';

/** Loads files of the index as scripts: a browser reads nothing else from a disk. */

const received = new Map<string, unknown>();
(globalThis as Record<string, unknown>)[receiver] = (name: string, value: unknown): void => {
  received.set(name, value);
};

export const loadScript: Load = (name) =>
  new Promise((done, fail) => {
    const script = document.createElement('script');
    const finish = (): void => {
      script.remove();
      if (received.has(name)) done(received.get(name));
      else fail(new Error(shardPath(name)));
      received.delete(name);
    };
    script.src = shardPath(name);
    script.onload = finish;
    script.onerror = finish;
    document.head.append(script);
  });
