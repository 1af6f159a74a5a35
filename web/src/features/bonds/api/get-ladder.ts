import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import type { LadderAnswer } from "./exit-contracts";
import { bondAddress } from "./get-bond";

const SIZES = [1_000, 10_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 5_000_000];
const REFRESH_MS = 30_000;

/** The ways out of a bond for sizes from the smallest to the largest. */
export function useLadder(isin: string) {
  const { http } = useServices();
  return useQuery({
    queryKey: ["bonds", "ladder", isin],
    queryFn: ({ signal }) => http.get<LadderAnswer>(`${bondAddress(isin)}/ladder`, { sizes: SIZES.join(",") }, signal),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
}
