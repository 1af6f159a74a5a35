"""Loads written.json (the product's own writing of logistic.json) into xgboost 1.7.4 and prints the largest difference to logistic.json in margin
and in contributions; both were 0 up to 1e-6 when this was last run.

/usr/bin/python3 check_written.py  (in this folder)
"""

import numpy as np
import xgboost as xgb

x = np.random.default_rng(1).normal(size=(500, 6))
x[::7, 2] = np.nan
d = xgb.DMatrix(x)
a, b = xgb.Booster(model_file="logistic.json"), xgb.Booster(model_file="written.json")
print("margin", np.abs(a.predict(d, output_margin=True) - b.predict(d, output_margin=True)).max())
print("contributions", np.abs(a.predict(d, pred_contribs=True) - b.predict(d, pred_contribs=True)).max())
print("trees", a.num_boosted_rounds(), b.num_boosted_rounds(), "importance", a.get_score(importance_type="gain") == b.get_score(importance_type="gain"))
