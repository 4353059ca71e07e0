import { crc32, deflateSync } from "node:zlib";

const size = 160;

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.byteLength);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** A picture as a phone may send one: a PNG whose colours run from corner to corner. */
export function somePicture(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2], 8);
  const rows = Array.from({ length: size }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: size }, (__, x) => [x + 60, 120, y + 60]).flat()]),
  );
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  const picture = deflateSync(Buffer.concat(rows));
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", picture),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
