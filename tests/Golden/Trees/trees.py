"""Writes what xgboost 1.7.4 says about synthetic rows, an implementation apart from the product's:
  logistic.json, squared.json   models as XGBoost saves them
  predictions.csv               rows that they had not seen, with margin, prediction and pred_contribs (the bias last)
  importance.csv                get_score: weight, total_gain, gain
  training.csv                  300 rows with few distinct values (every value is a cut), a yes or no and a number
  trained.csv                   settings (tree_method hist, one thread, no sampling) and the predictions of all 300 rows after training
  missing values are written as nothing.

Debian: apt-get install python3-numpy; pip: xgboost 1.7.4;  /usr/bin/python3 trees.py  (in this folder)
"""

import numpy as np
import xgboost as xgb

rng = np.random.default_rng(20260105)
text = lambda x: "" if np.isnan(x) else repr(float(x))
COMMON = dict(tree_method="hist", nthread=1, base_score=0.5)


def rows(n, columns, digits):
    x = np.round(rng.normal(size=(n, columns)), digits)
    x[rng.uniform(size=x.shape) < 0.08] = np.nan
    z = np.nan_to_num(x)
    signal = 1.2 * z[:, 0] - 0.8 * z[:, 1] * (z[:, 2] > 0) + 0.7 * np.isnan(x[:, 2]) + 0.5 * np.abs(z[:, 3])
    return x, signal + 0.6 * rng.normal(size=n)


x, signal = rows(600, 6, 4)
unseen = rows(60, 6, 4)[0]
unseen[0] = np.nan
models = {}
for name, objective, y in (("logistic", "binary:logistic", signal > 0.5), ("squared", "reg:squarederror", 3 + signal)):
    settings = dict(COMMON, objective=objective, max_depth=4, eta=0.3, subsample=0.8, seed=1)
    if name == "logistic":
        settings["base_score"] = 0.3
    models[name] = xgb.train(settings, xgb.DMatrix(x, label=y), 12 if name == "logistic" else 6)
    models[name].save_model(f"{name}.json")

with open("predictions.csv", "w") as out, open("importance.csv", "w") as scores:
    print("model,margin,prediction,features,contributions", file=out)
    print("model,feature,weight,total_gain,gain", file=scores)
    for name, model in models.items():
        d = xgb.DMatrix(unseen)
        margins, said, contributions = model.predict(d, output_margin=True), model.predict(d), model.predict(d, pred_contribs=True)
        for i in range(len(unseen)):
            print(name, text(margins[i]), text(said[i]), " ".join("nan" if np.isnan(v) else text(v) for v in unseen[i]), " ".join(map(text, contributions[i])), sep=",", file=out)
        for j in range(6):
            print(name, j, *(repr(model.get_score(importance_type=t).get(f"f{j}", 0.0)) for t in ("weight", "total_gain", "gain")), sep=",", file=scores)

x, signal = rows(300, 5, 1)
labels = {"binary:logistic": (signal > 0.4).astype(float), "reg:squarederror": np.round(2 + signal, 3)}
with open("training.csv", "w") as out:
    print("yes,number,f0,f1,f2,f3,f4", file=out)
    for i in range(len(x)):
        print(int(labels["binary:logistic"][i]), text(labels["reg:squarederror"][i]), *map(text, x[i]), sep=",", file=out)

with open("trained.csv", "w") as out:
    print("objective,rounds,max_depth,eta,lambda,alpha,gamma,min_child_weight,scale_pos_weight,base_score,predictions", file=out)
    for objective in labels:
        for depth, eta, lam, alpha, gamma, weight, positive, base in (
                (2, 0.3, 1, 0, 0, 1, 1, 0.5), (6, 0.3, 1, 0, 0, 1, 1, 0.5), (4, 0.1, 0, 0, 0, 3, 1, 0.5), (4, 0.5, 2, 0.5, 0, 1, 1, 0.2),
                (5, 0.3, 1, 0, 2.5, 1, 1, 0.5), (3, 0.2, 1, 0, 0, 0, 4, 0.5)):
            if objective != "binary:logistic":
                positive = 1
            model = xgb.train(
                {**COMMON, "objective": objective, "max_depth": depth, "eta": eta, "lambda": lam, "alpha": alpha, "gamma": gamma, "min_child_weight": weight,
                 "scale_pos_weight": positive, "base_score": base}, xgb.DMatrix(x, label=labels[objective]), 10)
            print(objective, 10, depth, eta, lam, alpha, gamma, weight, positive, base, " ".join(map(text, model.predict(xgb.DMatrix(x)))), sep=",", file=out)
