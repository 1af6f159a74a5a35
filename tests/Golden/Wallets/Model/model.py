"""Writes what numpy, scikit-learn, scipy and xgboost say about simulated wallets, implementations apart from the product's:
  samples.csv   1,500 daily samples of simulated wallets: hour, the 13 features, could be liquidated within 24 hours, within 7 days
  scores.csv    per horizon and baseline: AUC, Brier score, log loss, accuracy, precision, recall on the newest quarter
  trained.csv   per horizon: mean and standard deviation of AUC, Brier score and log loss there of 30 models that xgboost trained with the
                product's options on the same parts, each with another seed for its random samples of rows and columns
  parts.csv     how many samples each part has, and the first and last hour of each
  missing values are written as nothing.

Debian: apt-get install python3-numpy python3-scipy python3-sklearn; pip: xgboost 1.7.4;  /usr/bin/python3 model.py  (in this folder)
"""

import numpy as np
import xgboost as xgb
from scipy.stats import norm
from sklearn import metrics
from sklearn.isotonic import IsotonicRegression

rng = np.random.default_rng(20260105)
WALLETS, DAYS, STEPS = 14, 130, 12
rows = []
for wallet in range(WALLETS):
    daily = rng.uniform(0.04, 0.11)
    debt = np.exp(rng.uniform(np.log(3e3), np.log(3e6)))
    steps = daily / np.sqrt(STEPS) * rng.normal(size=(DAYS + 7) * STEPS)
    health, path, breaches, total = rng.uniform(1.05, 1.4), [], 0, []
    for i, step in enumerate(steps):
        health *= np.exp(step)
        if health < 1:
            path.append(health)
            total.append(True)
            health = rng.uniform(1.04, 1.4)
        else:
            if health > 1.8: health = rng.uniform(1.1, 1.5)
            path.append(health)
            total.append(False)
    for day in range(DAYS):
        at = day * STEPS
        breaches += any(total[max(0, at - STEPS):at])
        if total[at]: continue
        features = [round(path[at] / 0.83 / 1.2, 4), round(path[at], 4), round(debt * path[at] / 0.8, 1), round(debt, 1), round(daily * rng.uniform(0.8, 1.2), 4), round(rng.uniform(), 2),
                    round(rng.uniform(0.3, 1), 2), round(rng.uniform(5, 60), 1), np.nan, round(0.03 * rng.normal(), 4), round(0.04 * rng.normal(), 4), round(daily * rng.uniform(0.9, 1.1), 4), breaches]
        if rng.uniform() < 0.04: features[11] = np.nan
        rows.append([day * 24 + wallet % 3, *features, any(total[at + 1:at + 1 + STEPS]), any(total[at + 1:at + 1 + 7 * STEPS])])

rows = rows[:1500] if len(rows) < 1500 else [rows[i] for i in sorted(rng.choice(len(rows), 1500, replace=False))]
rows.sort(key=lambda r: r[0])
with open("samples.csv", "w") as out:
    print("hour,health_ratio,health_factor,supplied_usd,borrowed_usd,volatility,liquidity,concentration,gas_gwei,fear_greed,btc_change,eth_change,health_volatility,past_breaches,day,week", file=out)
    for r in rows: print(*("" if isinstance(v, float) and np.isnan(v) else int(v) if isinstance(v, (bool, np.bool_)) else v for v in r), sep=",", file=out)

table = np.array([[float(v) for v in r] for r in rows])
hour, x, labels = table[:, 0], table[:, 1:14], {"day": table[:, 14], "week": table[:, 15]}
first, second = hour[int(0.6 * len(hour))], hour[int(0.75 * len(hour))]
learn, tune, judge = hour + 168 < first, (hour >= first) & (hour + 168 < second), hour >= second
with open("parts.csv", "w") as out:
    print("part,samples,from,to", file=out)
    for name, part in (("learn", learn), ("tune", tune), ("judge", judge)): print(name, part.sum(), int(hour[part].min()), int(hour[part].max()), sep=",", file=out)

columns = np.column_stack([x, np.log(x[:, 1]) / x[:, 11]])
said, seeds = {}, []
for seed in range(30):
    trained = {}
    for name, y in labels.items():
        model = xgb.train(
            dict(objective="binary:logistic", tree_method="hist", max_depth=3, eta=0.08, reg_lambda=2, min_child_weight=1, subsample=0.8, colsample_bytree=0.8,
                 max_bin=1024, nthread=1, seed=seed, base_score=float(y[learn].mean())),
            xgb.DMatrix(columns[learn], label=y[learn]), 200, evals=[(xgb.DMatrix(columns[tune], label=y[tune]), "tune")], early_stopping_rounds=25, verbose_eval=False)
        trained[name] = model.predict(xgb.DMatrix(columns[judge]), iteration_range=(0, model.best_iteration + 1)).astype(float)
    trained["week"] = np.maximum(trained["day"], trained["week"])
    seeds.append(trained)
for name, y in labels.items():
    counts = IsotonicRegression(out_of_bounds="clip").fit(x[learn, 12], y[learn])
    known = np.array(sorted(set(x[learn, 12])))
    steps = counts.predict(known)  # a step holds from its number of breaches up to the next one
    said[name, "past_breaches"] = steps[np.clip(np.searchsorted(known, x[judge, 12], side="right") - 1, 0, None)]
    spread = x[judge, 11] * np.sqrt(1 if name == "day" else 7)
    passage = np.minimum(1, 2 * norm.cdf(-np.log(x[judge, 1]) / spread))
    said[name, "first_passage"] = np.where(np.isnan(passage), y[learn].mean(), passage)
with open("scores.csv", "w") as out:
    print("horizon,predictor,auc,brier,log_loss,accuracy,precision,recall", file=out)
    for (name, predictor), p in said.items():
        y, yes = labels[name][judge], p >= 0.5
        print(name, predictor, metrics.roc_auc_score(y, p), metrics.brier_score_loss(y, p), metrics.log_loss(y, np.clip(p, 1e-6, 1 - 1e-6)), metrics.accuracy_score(y, yes),
              metrics.precision_score(y, yes) if yes.any() else "", metrics.recall_score(y, yes), sep=",", file=out)
with open("trained.csv", "w") as out:
    print("horizon,auc,auc_sd,brier,brier_sd,log_loss,log_loss_sd", file=out)
    for name in labels:
        y = labels[name][judge]
        print(name, *(f(v) for measure in (metrics.roc_auc_score, metrics.brier_score_loss, metrics.log_loss) for v in [[measure(y, t[name]) for t in seeds]] for f in (np.mean, np.std)), sep=",", file=out)
