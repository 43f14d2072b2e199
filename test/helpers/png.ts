import {inflateSync} from 'node:zlib';

/** A picture, its pixels row by row. */
export interface Picture {
  width: number;
  height: number;
  pixels: readonly (readonly number[])[];
}

const CHANNELS: Readonly<Record<number, number>> = {2: 3, 6: 4};

/** Reads a screenshot: 8 bits a channel, RGB or RGBA, not interlaced. https://www.w3.org/TR/png-3/ */
export function readPng(png: Buffer): Picture {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    if (type === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const [depth, colour, interlace] = [png[24], png[25]!, png[28]];
  const channels = CHANNELS[colour];
  if (depth !== 8 || !channels || interlace) throw new Error('a PNG that is no screenshot');

  const packed = inflateSync(Buffer.concat(parts));
  const length = width * channels;
  const pixels: number[][] = [];
  let above = Buffer.alloc(length);
  for (let y = 0; y < height; y++) {
    const filter = packed[y * (length + 1)]!;
    const row = Buffer.from(packed.subarray(y * (length + 1) + 1, (y + 1) * (length + 1)));
    for (let i = 0; i < length; i++) {
      const left = row[i - channels] ?? 0;
      const up = above[i]!;
      const corner = above[i - channels] ?? 0;
      row[i]! += [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!;
    }
    for (let i = 0; i < length; i += channels) pixels.push([...row.subarray(i, i + channels)]);
    above = row;
  }
  return {width, height, pixels};
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((one) => Math.abs(guess - one)) as [
    number,
    number,
    number,
  ];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
