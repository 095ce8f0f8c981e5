import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const brotliOptions = {
  params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
};

/** Writes each script a second and third time, as `.br` and `.gz`, for servers that send such files as they are. */
export function compressed() {
  return {
    name: 'compressed',
    generateBundle(_, bundle) {
      for (const { type, fileName, code } of Object.values(bundle)) {
        if (type !== 'chunk') continue;
        const { brotli, gzip } = compress(code);
        this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source: brotli });
        this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: gzip });
      }
    },
  };
}

const done = new Map();

/** A script as it goes over the line. The best compression is slow: each script is compressed once. */
export function compress(code) {
  if (!done.has(code)) {
    done.set(code, {
      gzip: gzipSync(code, { level: 9 }),
      brotli: brotliCompressSync(code, brotliOptions),
    });
  }
  return done.get(code);
}
