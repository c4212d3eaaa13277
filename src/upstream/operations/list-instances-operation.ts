import { requiredPage } from "#upstream/request/required-page.ts";
import type { OperationHandler } from "./operation.ts";

/** The instances of the database, a page at a time. */
export const listInstances: OperationHandler = (parameters, { instances }) => {
  const { page, pageSize } = requiredPage(parameters);
  const list = instances
    .slice((page - 1) * pageSize, page * pageSize)
    .map(({ id, name }) => ({ Id: id, Name: name, Status: "Published" }));
  return Promise.resolve({
    PageNumber: page,
    PageSize: pageSize,
    TotalCount: instances.length,
    List: list,
  });
};
