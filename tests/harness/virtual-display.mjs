import { existsSync } from 'node:fs';
import { endProcess, startChild } from './child-processes.mjs';

const XVFB = '/usr/bin/Xvfb';

/** Whether a browser with a window can run here: on a virtual display, or on the developer's own. */
export const hasDisplay =
  existsSync(XVFB) || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

/**
 * Starts a virtual X display, so that windows neither need nor disturb a real one. Where Xvfb is
 * missing, the display of the environment is used.
 *
 * @returns {Promise<{ env: NodeJS.ProcessEnv, stop(): Promise<void> }>} what a child needs to draw on it
 */
export async function startDisplay() {
  if (!existsSync(XVFB)) return { env: process.env, stop: async () => {} };
  const xvfb = startChild(
    XVFB,
    ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const number = await new Promise((resolve, reject) => {
    xvfb.once('error', reject);
    xvfb.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}`)));
    xvfb.stdio[3].once('data', (line) => resolve(String(line).trim()));
  });
  const env = { ...process.env, DISPLAY: `:${number}`, GDK_BACKEND: 'x11' };
  delete env.WAYLAND_DISPLAY;
  return { env, stop: () => endProcess(xvfb) };
}
