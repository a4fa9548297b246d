const sampleRate = 8000;
const bytesPerSample = 2;
const headerBytes = 44;

/** The head of a WAV file: PCM, 16 bit, 8 kHz. */
export const toWavHeader = (seconds: number, channels: 1 | 2): Buffer => {
  const dataBytes = seconds * sampleRate * bytesPerSample * channels;
  const header = Buffer.alloc(headerBytes);
  header.write("RIFF", 0, "latin1");
  header.writeUInt32LE(headerBytes - 8 + dataBytes, 4);
  header.write("WAVEfmt ", 8, "latin1");
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate * bytesPerSample * channels, 28);
  header.writeUInt16LE(bytesPerSample * channels, 32);
  header.writeUInt16LE(bytesPerSample * 8, 34);
  header.write("data", 36, "latin1");
  header.writeUInt32LE(dataBytes, 40);
  return header;
};

const parentHz = 440;
const childHz = 660;
const loudness = 6000;
const turnSeconds = 2;

/** A second of sound at a time: the two sides take turns, each with a tone of its own. */
export function* toWavChunks(seconds: number, channels: 1 | 2, isChildFirst: boolean): Generator<Buffer> {
  for (let second = 0; second < seconds; second += 1) {
    const isParentsTurn = Math.floor(second / turnSeconds) % 2 === 0;
    const chunk = Buffer.alloc(sampleRate * bytesPerSample * channels);
    for (let sample = 0; sample < sampleRate; sample += 1) {
      const hertz = isParentsTurn ? parentHz : childHz;
      const level = Math.round(loudness * Math.sin((2 * Math.PI * hertz * sample) / sampleRate));
      const channel = channels === 1 || isParentsTurn !== isChildFirst ? 0 : 1;
      chunk.writeInt16LE(level, (sample * channels + channel) * bytesPerSample);
    }
    yield chunk;
  }
}
