import { MAX_PAGE, PAGE_SIZE } from "#contract/paging.ts";
import type { OperationHandler } from "./operation.ts";
import { requiredCount } from "#embedded/request/wire-parameters.ts";

/** The instances of the database, a page at a time. */
export const listInstances: OperationHandler = (parameters, { instances }) => {
  const page = requiredCount(parameters, "PageNumber", MAX_PAGE);
  const pageSize = requiredCount(parameters, "PageSize", PAGE_SIZE);
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
