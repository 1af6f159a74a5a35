import type { BondListItem } from "../api/contracts";
import { SEVERITY_WORDS } from "../model/list-wording";
import { SeverityMark } from "./severity-mark";

/** How many alerts are open on a bond, marked by the worst of them. */
export function AlertBadge({ bond }: { bond: BondListItem }) {
  if (bond.open_alerts === 0 || bond.worst_alert === null) return <span className="quiet">None</span>;
  const worst = SEVERITY_WORDS[bond.worst_alert];
  return <SeverityMark severity={bond.worst_alert} text={bond.open_alerts === 1 ? worst : `${worst} +${bond.open_alerts - 1}`} />;
}
