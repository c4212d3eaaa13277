import { AudioSampleSink, Input, UrlSource, WAVE } from "mediabunny";
import { request } from "undici";
import { expect, onTestFinished, test } from "vitest";
import { openRecordedCall } from "./recorded-call.kit.ts";

const HOUR_S = 3_600;
/** What a line carries, samples a second of two bytes each; behind the file's head, bytes. */
const RATE = 8_000;
const HEAD = 44;
const SIZE = HEAD + HOUR_S * RATE * 2;

test("a player that we did not write plays an hour from its middle, by ranges alone", async () => {
  const { url, close } = await openRecordedCall(HOUR_S);
  onTestFinished(close);
  const asked: { readonly range: string; readonly status: number }[] = [];
  const source = new UrlSource(url, {
    async fetchFn(input, init) {
      const reply = await fetch(input, init);
      asked.push({ range: new Headers(init?.headers).get("range") ?? "", status: reply.status });
      return reply;
    },
    getRetryDelay: () => null,
  });
  const input = new Input({ source, formats: [WAVE] });
  const track = await input.getPrimaryAudioTrack();
  const told = {
    codec: track?.codec,
    channels: track?.numberOfChannels,
    rate: track?.sampleRate,
    duration: await track?.computeDuration(),
    type: await input.getMimeType(),
  };
  expect(told).toEqual({
    codec: "pcm-s16",
    channels: 1,
    rate: RATE,
    duration: HOUR_S,
    type: expect.stringMatching(/^audio\/wav/),
  });
  const sample = track && (await new AudioSampleSink(track).getSample(HOUR_S / 2));
  const from = Math.round((sample?.timestamp ?? 0) * RATE);
  const heard = new Int16Array(sample?.numberOfFrames ?? 0);
  sample?.copyTo(heard, { planeIndex: 0, format: "s16" });
  sample?.close();
  input.dispose();
  expect(Math.abs(from / RATE - HOUR_S / 2)).toBeLessThan(1);
  expect(heard.some((one) => one !== 0)).toBe(true);
  // It read the head and went to the middle.
  expect(asked.map(({ status }) => status)).toEqual([206, 206]);
  const [, place = ""] = /^bytes=(\d+)-/.exec(asked[1]?.range ?? "") ?? [];
  expect(Number(place) / SIZE).toBeCloseTo(0.5, 1);
  // The same stretch, asked for by hand.
  const first = HEAD + from * 2;
  const range = `bytes=${first}-${first + heard.byteLength - 1}`;
  const { body } = await request(url, { headers: { range } });
  expect(Buffer.from(heard.buffer).equals(Buffer.from(await body.arrayBuffer()))).toBe(true);
});
