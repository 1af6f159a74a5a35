import { Confirm } from "@/components/confirm";
import { useDeactivateMaker } from "../api/deactivate-maker";
import type { MarketMakerAnswer } from "../api/maker-contracts";
import { openOrdersOf } from "../model/makers";

export function DeactivateMaker({ maker, onClose }: { maker: MarketMakerAnswer; onClose: () => void }) {
  const deactivating = useDeactivateMaker(maker.id);
  const open = openOrdersOf(maker);
  return (
    <Confirm
      title={`Deactivate ${maker.name}?`}
      action="Deactivate"
      isPending={deactivating.isPending}
      error={deactivating.error}
      onConfirm={() => deactivating.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>
        {open === 0 ? "It has no open orders." : `Its ${open} open ${open === 1 ? "order is" : "orders are"} cancelled and what they lock is released.`} It is given no
        orders any more; what it holds stays in its account.
      </p>
    </Confirm>
  );
}
