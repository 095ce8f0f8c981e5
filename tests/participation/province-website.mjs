import { fileURLToPath } from 'node:url';
import { startServer as startServerHere } from '@nafida/server';
import { pino } from 'pino';
import { prepareDemonstration } from '../../examples/plain-html/demonstration.mjs';
import { startWebsite } from '../../examples/plain-html/website.mjs';
import { freePort } from '../harness/free-port.mjs';
import { runServerCommand, startServer } from '../harness/server.mjs';
import { temporaryFolder } from '../harness/temporary-folder.mjs';

const embed = fileURLToPath(new URL('.', import.meta.resolve('@nafida/embed/nafida.js')));

const silent = pino({ level: 'silent' });

/** The website of the demonstration and the participation server it talks to, each on an origin of its own. */
export class ProvinceWebsite {
  /** Where the pages are. */
  origin;
  #scripts;
  #port;
  #dataDir;
  #server;
  #closeWebsite;

  /**
   * Starts both, with the demonstration's data in a new data directory.
   *
   * @param {string} [scripts] folder of the script that the pages load; default: that of this checkout
   */
  static async start(scripts = embed) {
    const province = new ProvinceWebsite();
    province.#scripts = scripts;
    const websitePort = await freePort();
    province.#port = await freePort();
    province.#dataDir = await temporaryFolder('data');
    province.origin = `http://localhost:${websitePort}`;
    // Filled in this process; what the tests then talk to is the program that a province runs.
    const filling = await startServerHere({ data: province.#dataDir, port: 0, log: silent });
    await prepareDemonstration(filling, [province.origin]);
    await filling.close();
    province.#closeWebsite = await startWebsite(websitePort, `http://localhost:${province.#port}`);
    await province.startServer();
    return province;
  }

  /** Where the participation server is. */
  get api() {
    return `http://localhost:${this.#port}`;
  }

  /** Starts the participation server, on the same port and data as before. */
  async startServer() {
    this.#server = await startServer({
      dataDir: this.#dataDir,
      port: this.#port,
      args: ['--public-dir', this.#scripts],
    });
  }

  /** Ends the participation server as a power cut would; the website stays. */
  killServer() {
    return this.#server.kill9();
  }

  /** Runs a `nafida-server` command beside the running server, as the staff of the province would. */
  async command(...args) {
    const { status, stdout, stderr } = await runServerCommand(args, { dataDir: this.#dataDir });
    if (status !== 0) throw new Error(`nafida-server ${args.join(' ')}: ${stderr}`);
    return stdout;
  }

  async close() {
    this.#closeWebsite();
    await this.#server.stop();
  }
}
