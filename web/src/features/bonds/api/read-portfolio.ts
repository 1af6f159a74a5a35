import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import type { PortfolioAnswer, PositionRequest } from "./portfolio-contracts";

const REFRESH_MS = 60_000;

/** How holdings can be sold together; asked again while the page is open. */
export function usePortfolio(positions: readonly PositionRequest[]) {
  const { http } = useServices();
  return useQuery({
    queryKey: ["portfolio", positions],
    queryFn: ({ signal }) => http.post<PortfolioAnswer>("/api/v1/liquidity-risk/portfolio", { positions }, signal),
    enabled: positions.length > 0,
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
}
