import { MINUTE_MS } from "#contract/time/durations.ts";
import type { StoredRecord } from "#embedded/database/schema.ts";
import type { Rng } from "#upstream/chance/rng.ts";
import { createEnding } from "./call-ending.ts";
import { createParties } from "./call-parties.ts";
import { createSurvey } from "./call-survey.ts";
import { createTimeline, type Timeline } from "./call-timeline.ts";
import type { SampleInstance } from "./sample-instances.ts";

/** A recording is there some minutes after the call. */
const RECORDING_DELAY_MS = 10 * MINUTE_MS;

/** Callers who gave up while they waited: the provider reports no wait for them. */
const ABANDONED_WAITING: readonly string[] = ["AbandonedInQueue", "AbandonedInRing"];

function durations(call: Timeline): StoredRecord {
  const { ivr, queue, ring, dialing, talk, held, connectedAfter } = call;
  const all = ivr + queue + ring + dialing + talk;
  const sinceConnected = connectedAfter === undefined ? 0 : all - connectedAfter;
  return {
    // Inbound from the entry into the IVR, outbound from the connection.
    callDuration: call.type === "Inbound" || call.type === "Conference" ? all : sinceConnected,
    talkTime: talk,
    ivrTime: ivr,
    queueTime: queue,
    ringTime: ring,
    waitTime: ABANDONED_WAITING.includes(call.disposition) ? 0 : queue + ring,
    dialingTime: dialing,
    heldTime: held,
  };
}

function recording(call: Timeline, releaseTime: number, now: number, rng: Rng): StoredRecord {
  const isSlow = rng.chance(0.6);
  const isReady = call.talk > 0 && (now - releaseTime > RECORDING_DELAY_MS || !isSlow);
  return { recordingReady: isReady, recordingDuration: isReady ? call.talk : undefined };
}

/**
 * One call, all of whose chance comes from `rng`. `now` decides nothing but whether its recording
 * is there yet.
 */
export function createCall(
  instance: SampleInstance,
  contactId: string,
  startTime: number,
  now: number,
  rng: Rng,
): StoredRecord {
  const call = createTimeline(rng);
  const { ivr, queue, ring, dialing, talk, connectedAfter } = call;
  const releaseTime = startTime + (ivr + queue + ring + dialing + talk) * 1000;
  return {
    contactId,
    instanceId: instance.id,
    contactType: call.type,
    contactDisposition: call.disposition,
    startTime,
    establishedTime: connectedAfter === undefined ? undefined : startTime + connectedAfter * 1000,
    releaseTime,
    ...durations(call),
    ...createParties(call, instance, contactId, rng),
    ...createEnding(call, rng),
    ...recording(call, releaseTime, now, rng),
    ...createSurvey(call, instance.scale, rng),
  };
}
