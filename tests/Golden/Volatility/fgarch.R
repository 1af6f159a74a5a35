# Writes fgarch.csv and prints how long a fit takes: GARCH and GJR-GARCH (APARCH with delta 2) by R's fGarch, an implementation apart from the product's.
# Debian: apt-get install r-cran-fgarch (R 4.2.2, fGarch 4022.89);  Rscript fgarch.R DATA/dem2gbp.csv   (in this folder)
# GJR from APARCH: h = omega + a(|e| - g e)^2 + b h, so alpha = a(1 - g)^2 and gamma = 4 a g. fGarch starts that recursion otherwise: compared loosely.
suppressMessages(library(fGarch))
x <- read.csv(commandArgs(TRUE)[1])[, 2]
line <- function(v) paste(sprintf("%.12g", v), collapse = " ")
fit <- function(...) suppressWarnings(garchFit(data = x, trace = FALSE, ...))
out <- file("fgarch.csv", "w")
writeLines("model,loglikelihood,parameters,robust_errors", out)
g <- fit(~ garch(1, 1), cond.dist = "QMLE")
writeLines(sprintf("garch,%.12g,%s,%s", -g@fit$llh, line(g@fit$par), line(g@fit$se.coef)), out)
a <- fit(~ aparch(1, 1), delta = 2, include.delta = FALSE)
p <- a@fit$par
writeLines(sprintf("gjr,%.12g,%s,", -a@fit$llh, line(c(p["mu"], p["omega"], p["alpha1"] * (1 - p["gamma1"])^2, 4 * p["alpha1"] * p["gamma1"], p["beta1"]))), out)
close(out)
two_thousand <- rep_len(x, 2000)
for (i in 1:5) {
  seconds <- system.time(for (k in 1:10) garchFit(~ garch(1, 1), data = two_thousand, trace = FALSE))["elapsed"]
  cat(sprintf("fGarch, GARCH(1,1) on 2,000 returns: %.1f ms a fit\n", 100 * seconds))
}
