import { askEarly } from "#app/api/early-replies.ts";
import { openStartView } from "#app/api/start-view.ts";
import { recordsPath, SESSION_ROUTE } from "#contract/api/first-paths.ts";
import { clearNumbers } from "#contract/filter/sealed-number.ts";
import { MAX_PAGE } from "#contract/record/list-limits.ts";
import { PAGE_SIZE } from "#contract/view/paging.ts";
import { readView } from "#contract/view/view-codec.ts";

// Runs while the code of the dashboard is still on its way, and asks for what that will ask for first.
// Both know the same of the address; instance and instants are the server's to fill in.

openStartView();
askEarly(SESSION_ROUTE);
const { view } = readView(new URLSearchParams(location.search));
// Beyond what one request can name the list finds its own way; a number of a link of before is sealed first.
if (view.page <= MAX_PAGE && clearNumbers(view.criteria).length === 0)
  askEarly(recordsPath({ view, size: PAGE_SIZE }));
