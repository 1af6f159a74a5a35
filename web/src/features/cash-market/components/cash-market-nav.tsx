import { SectionNav } from "@/components/section-nav";
import { usePlace } from "@/lib/router/router";
import { isAdmin, readsOperations, useRoles } from "@/lib/session/use-roles";

/** The pages of the cash market that a role may see. */
export function CashMarketNav() {
  const { path } = usePlace();
  const roles = useRoles();
  const pages: [string, string, boolean][] = [
    ["/cash-market/EUA", "EUA", true],
    ["/cash-market/CEA", "CEA", true],
    ["/cash-market/liquidity", "Create liquidity", isAdmin(roles)],
    ["/cash-market/market-makers", "Market makers", isAdmin(roles)],
    ["/cash-market/operations", "Operations", readsOperations(roles)],
  ];
  const offered = pages.filter(([, , isOffered]) => isOffered);
  return <SectionNav name="Cash market" pages={offered.map(([href, name]) => ({ href, name, isOpen: path === href || path.startsWith(`${href}/`) }))} />;
}
