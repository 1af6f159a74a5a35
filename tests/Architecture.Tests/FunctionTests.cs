using System.Reflection;
using LiquidityRisk.Functions.Hosting;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.OpenApi;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Architecture.Tests;

public class FunctionTests
{
    private static readonly IReadOnlyList<MethodInfo> Functions = [.. typeof(LiquidityRiskApp).Assembly.GetTypes()
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(m => m.IsDefined(typeof(FunctionAttribute)))];

    [Fact]
    public void Every_http_function_declares_who_may_call_it() => Assert.Empty(
        Functions.Where(HasHttpTrigger).Where(m => !m.IsDefined(typeof(AccessAttribute))).Select(m => m.Name));

    [Fact]
    public void Every_http_function_is_described_or_says_why_not() => Assert.Empty(
        Functions.Where(HasHttpTrigger).Where(m => m.IsDefined(typeof(OperationAttribute)) == m.IsDefined(typeof(UndocumentedAttribute))).Select(m => m.Name));

    [Fact]
    public void Every_described_function_has_a_summary_and_describes_parameters_that_its_route_has()
    {
        var docs = new XmlDocs();
        Assert.All(HttpFunctionList.All.Where(f => f.Operation is not null), f =>
        {
            Assert.False(string.IsNullOrEmpty(docs.Of(f.Method).Summary), f.Name);
            Assert.Subset(HttpFunctionList.ParametersOf(f.Route).ToHashSet(), f.Method.GetCustomAttributes<PathAttribute>().Select(p => p.Name).ToHashSet());
        });
    }

    [Fact]
    public void Every_function_that_needs_a_wallet_needs_a_signed_in_caller()
    {
        var guarded = HttpFunctionList.All.Where(f => f.NeedsWallet).ToList();

        Assert.NotEmpty(guarded);
        Assert.All(guarded, f => Assert.NotEmpty(f.Roles));
    }

    [Fact]
    public void Every_function_is_named_after_its_method_and_once()
    {
        Assert.NotEmpty(Functions);
        Assert.All(Functions, m => Assert.Equal(m.Name, m.GetCustomAttribute<FunctionAttribute>()!.Name));
        Assert.Equal(Functions.Count, Functions.Select(m => m.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Function_classes_are_public_so_that_generated_code_can_reach_them() =>
        Assert.All(Functions, m => Assert.True(m.DeclaringType!.IsPublic && m.IsPublic, m.Name));

    private static bool HasHttpTrigger(MethodInfo method) =>
        method.GetParameters().Any(p => p.IsDefined(typeof(HttpTriggerAttribute)));
}
