/** On what a run was made. */
import {arch, cpus, loadavg, platform, totalmem} from 'node:os';

const SYSTEMS = {linux: 'Linux', darwin: 'macOS', win32: 'Windows'};

/** @param {string} browserVersion */
export function describeMachine(browserVersion) {
  const [load] = loadavg();
  const model = cpus()[0]?.model.trim();
  return {
    date: new Date().toISOString().slice(0, 10),
    browser: `Chromium ${browserVersion}, headless`,
    node: process.version,
    load: load.toFixed(2),
    machine: [
      `${cpus().length} × ${model && model !== 'unknown' ? model : 'CPU'}`,
      `${Math.round(totalmem() / 2 ** 30)} GiB`,
      `${SYSTEMS[platform()] ?? platform()} ${arch()}`,
    ].join(', '),
  };
}
