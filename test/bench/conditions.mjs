/** Under what the contenders are measured. The network is that of Lighthouse's slow 4G. */
export const CONDITIONS = [
  {id: 'A', title: 'no throttle', cpu: 1},
  {id: 'B', title: '4× slower CPU', cpu: 4},
  {
    id: 'C',
    title: '4× slower CPU, slow 4G',
    cpu: 4,
    network: {latency: 150, downloadKbps: 1600, uploadKbps: 750},
  },
];

const BYTES_PER_KILOBIT = 1000 / 8;

/** Puts a page under a condition. @param {import('playwright').CDPSession} session */
export async function apply(condition, session) {
  await session.send('Emulation.setCPUThrottlingRate', {rate: condition.cpu});
  if (!condition.network) return;
  const {latency, downloadKbps, uploadKbps} = condition.network;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: downloadKbps * BYTES_PER_KILOBIT,
    uploadThroughput: uploadKbps * BYTES_PER_KILOBIT,
  });
}
