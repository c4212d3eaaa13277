import type { FastifyReply } from "fastify";
import type { OperationContext } from "#upstream/operations/operation.ts";
import type { WireParameters } from "#upstream/request/wire-parameters.ts";
import { FAULTY_INSTANCES } from "./fault-list.ts";
import type { FaultyEnvelope } from "./fault.ts";

/** A request that was found genuine. */
export interface Asked {
  readonly action: string;
  readonly parameters: WireParameters;
  readonly context: OperationContext;
}

export interface Faults {
  /**
   * Answers as the upstream does, unless the request is for an instance that goes wrong on purpose.
   *
   * @param answer runs the operation; what it throws is not caught
   */
  answer(
    asked: Asked,
    answer: (asked: Asked) => Promise<FaultyEnvelope>,
    reply: FastifyReply,
  ): Promise<FastifyReply>;
  /** Gives up every answer that is waited for. */
  close(): void;
}

/** The data with the one instance's id in place of the other's, wherever a field names it. */
function withInstance(data: unknown, from: string, to: string): unknown {
  if (Array.isArray(data)) return data.map((item) => withInstance(item, from, to));
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([name, value]: [string, unknown]) => [
      name,
      name === "InstanceId" && value === from ? to : withInstance(value, from, to),
    ]),
  );
}

/** They are listed after the real ones. */
function withFaultyInstances(context: OperationContext): OperationContext {
  const faulty = FAULTY_INSTANCES.map(({ id, name }) => ({ id, name }));
  return { ...context, instances: [...context.instances, ...faulty] };
}

/** Faults on demand: instances with the data of the first real one, each with a fault of its own. */
export function createFaults(): Faults {
  const closing = new AbortController();
  const met = new Map<string, number>();
  return {
    async answer(asked, answer, reply) {
      const { action, parameters, context } = asked;
      if (action === "ListInstances")
        return reply.send(await answer({ ...asked, context: withFaultyInstances(context) }));
      const faulty = FAULTY_INSTANCES.find(({ id }) => id === parameters["InstanceId"]);
      const real = context.store.instances[0]?.id;
      if (faulty === undefined || real === undefined) return reply.send(await answer(asked));
      // First the operation, and with it the checks: a bad parameter is refused as ever.
      const envelope = await answer({ ...asked, parameters: { ...parameters, InstanceId: real } });
      const before = met.get(faulty.id) ?? 0;
      met.set(faulty.id, before + 1);
      const Data = withInstance(envelope.Data, real, faulty.id);
      const signal = AbortSignal.any([closing.signal, context.signal]);
      return faulty.fault({ envelope: { ...envelope, Data }, reply, before, signal });
    },
    close: () => closing.abort(),
  };
}
