import type { Meanings } from "./meanings-zh-cn.ts";

/** What fields and outcomes mean, in English. */
export const meaningsEnUs: Meanings = {
  fields: {
    contactId: "Names one contact: transfers and conferences stay under it.",
    instanceId: "The contact centre instance of the call.",
    contactType: "How the call came about.",
    contactDisposition: "How the call ended.",
    startTime: "When the call entered the system; time ranges go by it.",
    establishedTime: "When agent and customer were connected; absent if they never were.",
    releaseTime: "When the call was hung up.",
    callDuration: "From start to end; of outbound calls, from the connection on.",
    talkTime: "How long agent and customer spoke.",
    ivrTime: "Time in the voice menu (IVR).",
    queueTime: "Time in the queue of a skill group.",
    ringTime: "How long the agent’s phone rang.",
    waitTime: "Queue and ring together: how long the caller waited for an agent.",
    dialingTime: "Outbound: from dialing to the other side’s response.",
    heldTime: "Time on hold, which is part of the talk time.",
    callingNumber: "The number that placed the call.",
    callerLocation: "Where the calling number is registered.",
    calledNumber: "The number that was called.",
    calleeLocation: "Where the called number is registered.",
    broker: "A number in between that both sides see instead of the real ones.",
    additionalBroker: "A second number in between, of privacy calls for instance.",
    agentIds: "The ids of the agents who took part, in order.",
    agentNames: "The agents who took part, in order: who took over stands later.",
    skillGroupIds: "The ids of the skill groups that the call went through, in order.",
    skillGroupNames: "The skill groups that the call went through, in order.",
    callIds: "The ids of the single calls that make up this one.",
    earlyMediaState: "Why an outbound call was not connected, as its ring tone told.",
    releaseInitiator: "Who hung up first.",
    releaseReason: "The line’s reason for the release, in the upstream’s own words.",
    recordingReady: "Whether the recording can be played; it takes a while after the call.",
    recordingDuration: "Length of the recording.",
    satisfactionSurveyOffered: "Whether the customer was asked for a rating.",
    satisfactionSurveyChannel: "Whether the rating was asked for by voice or by text message.",
    satisfactionIndex: "The key that the customer pressed; what it means is up to the centre.",
    satisfactionDescription: "The centre’s own words for that key.",
  },
  dispositions: {
    Success: "Connected, and hung up as usual.",
    NoAnswer: "An outbound call that the customer did not pick up.",
    Reject: "An outbound call that the customer rejected.",
    AbandonedInIVR:
      "The caller hung up in the voice menu. Where the flow has neither a node for the hang-up reason nor a way to an agent, voicemail, failed transfers, queue timeouts, overflows and IVR errors come under this, too.",
    AbandonedInQueue: "The caller hung up in the queue, before an agent was assigned.",
    AbandonedInRing: "The caller hung up while an agent’s phone rang.",
    AbandonedInVoiceNavigator: "The caller hung up in the smart voice navigator.",
    QueuingTimeout:
      "The wait in the queue exceeded its limit. Occurs only where the flow has a node for the hang-up reason.",
    QueuingOverflow:
      "The queue was full. Occurs only where the flow has a node for the hang-up reason.",
    QueuingFailed:
      "The transfer to an agent failed. Occurs only where the flow has a node for the hang-up reason.",
    IVRException:
      "The voice menu failed. Occurs only where the flow has a node for the hang-up reason.",
    Voicemail: "Sent to voicemail. Occurs only where the flow has a node for the hang-up reason.",
    ForwardToOutsideNumber: "Forwarded to a number outside the contact centre.",
  },
};
