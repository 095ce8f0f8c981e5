import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { existsSync } from 'node:fs';
import { syncDirectory, syncOpened } from '../durable-files.js';

type EngineModule = PGlite['Module'];

/** A sync failed: nobody knows what is on the disk, so the engine does nothing more. The code is PostgreSQL's own for it. */
class SyncFailedError extends Error {
  readonly code = '58030';

  constructor(cause: unknown) {
    super('The disk failed to store something. See to the disk, then start the server again.', {
      cause,
    });
  }
}

/** A file or directory, as Emscripten's file system on Node (`NODEFS`) knows it. */
interface FileNode {
  readonly parent: FileNode;
}

/** What is used of that file system; each engine has one of its own. */
interface NodeFiles {
  readonly node_ops: Record<
    'mknod' | 'symlink' | 'unlink' | 'rmdir',
    (directory: FileNode, ...rest: unknown[]) => unknown
  > & { rename: (node: FileNode, directory: FileNode, name: string) => void };
  readonly stream_ops: { fsync?: (stream: { readonly nfd: number }) => number };
  readonly realPath: (node: FileNode) => string;
}

/**
 * The files of an embedded database. The engine's own file system ignores what PostgreSQL asks to be synced; this one
 * does it. With each file it also syncs the directories that were changed before: PostgreSQL counts on that for the files
 * of its tables, and not every file system does it by itself.
 */
export class SyncedFiles extends NodeFS {
  override async init(
    ...[pglite, options]: Parameters<NodeFS['init']>
  ): ReturnType<NodeFS['init']> {
    const prepared = await super.init(pglite, options);
    const { emscriptenOpts } = prepared;
    emscriptenOpts.preRun = [
      ...(emscriptenOpts.preRun ?? []),
      (module) => {
        const files = module.NODEFS as NodeFiles;
        syncOnDemand(files, (failure) => stop(module, failure));
      },
    ];
    return prepared;
  }
}

function syncOnDemand(files: NodeFiles, giveUp: (failure: Error) => never): void {
  const { node_ops: names, stream_ops: streams } = files;
  const changed = new Set<string>();
  for (const operation of ['mknod', 'symlink', 'unlink', 'rmdir'] as const) {
    const original = names[operation];
    names[operation] = (directory, ...rest) => {
      changed.add(files.realPath(directory));
      return original(directory, ...rest);
    };
  }
  const { rename } = names;
  names.rename = (node, directory, name) => {
    changed.add(files.realPath(node.parent));
    changed.add(files.realPath(directory));
    rename(node, directory, name);
  };
  streams.fsync = ({ nfd }) => {
    try {
      syncOpened(nfd);
      for (const directory of changed) {
        // One that was removed has changed the one above it.
        if (existsSync(directory)) syncDirectory(directory);
        changed.delete(directory);
      }
      return 0;
    } catch (error) {
      giveUp(new SyncFailedError(error));
    }
  };
}

/**
 * Ends an engine for good: whatever it is asked from now on, also to close in an orderly way, fails. Told of the failure it
 * would panic, as PostgreSQL does, and PGlite would call it again and again for ever.
 */
function stop(module: EngineModule, failure: Error): never {
  const fail = () => {
    throw failure;
  };
  module._PostgresMainLoopOnce = fail;
  module._PostgresSendReadyForQueryIfNecessary = fail;
  module._pgl_pq_flush = fail;
  module._pgl_run_atexit_funcs = fail;
  // The first that PGlite calls when something was thrown; it would pass over what that was.
  module.stackRestore = fail;
  return fail();
}
