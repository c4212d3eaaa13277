import type { Operation } from "#contract/upstream/envelope.ts";
import { getCallDetailRecord } from "./get-call-detail-record.ts";
import { getMonoRecording } from "./get-mono-recording.ts";
import { listCallDetailRecords } from "./list-call-detail-records.ts";
import { listInstances } from "./list-instances-operation.ts";
import { listSkillGroups } from "./list-skill-groups.ts";
import { listUsers } from "./list-users.ts";
import type { OperationHandler } from "./operation.ts";

const OPERATION_HANDLERS = {
  ListCallDetailRecords: listCallDetailRecords,
  GetCallDetailRecord: getCallDetailRecord,
  GetMonoRecording: getMonoRecording,
  ListInstances: listInstances,
  ListSkillGroups: listSkillGroups,
  ListUsers: listUsers,
} as const satisfies Record<Operation, OperationHandler>;

/** The handler of an operation, by its name. */
export function findOperation(action: string): OperationHandler | undefined {
  return Object.hasOwn(OPERATION_HANDLERS, action)
    ? OPERATION_HANDLERS[action as Operation]
    : undefined;
}
