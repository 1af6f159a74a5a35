using System.Reflection;
using System.Runtime.CompilerServices;
using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Units;

namespace LiquidityRisk.Architecture.Tests;

public class ImmutabilityTests
{
    private static readonly Assembly[] Pure = [typeof(Isin).Assembly, typeof(MarketDataEvent).Assembly, typeof(BondTranslation).Assembly];

    public static TheoryData<Type> PublicTypes => [.. Pure.SelectMany(a => a.GetExportedTypes()).Where(t => !t.IsEnum && !IsJsonContext(t))];

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void Nothing_can_be_set_after_construction(Type type)
    {
        var settable = type.GetProperties().Where(p => p.SetMethod is { IsPublic: true } set && !IsInitOnly(set)).Select(p => p.Name);
        var fields = type.GetFields().Where(f => !f.IsInitOnly && !f.IsLiteral).Select(f => f.Name);

        Assert.Empty(settable.Concat(fields));
    }

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void Times_carry_their_offset(Type type) => Assert.DoesNotContain(
        type.GetProperties(), p => (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) == typeof(DateTime));

    [Fact]
    public void Units_are_readonly_structs() => Assert.All(
        typeof(Isin).Assembly.GetExportedTypes().Where(t => !t.IsEnum && !IsStatic(t)), t => Assert.True(t.IsValueType && t.IsDefined(typeof(IsReadOnlyAttribute)), t.Name));

    private static bool IsJsonContext(Type type) => type.Namespace is "LiquidityRisk.Contracts.Json";

    private static bool IsStatic(Type type) => type is { IsAbstract: true, IsSealed: true };

    private static bool IsInitOnly(MethodInfo set) =>
        set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
}
