namespace LiquidityRisk.Domain.CashMarket.Matching.Fast.Tests;

public class ChunkedKeysTests
{
    [Theory]
    [InlineData(1, 100, 50)]
    [InlineData(2, 100_000, 50)]
    [InlineData(3, 100_000, 30)] // grows to thousands of keys
    [InlineData(4, 10, 60)] // is often empty
    public void It_holds_what_a_sorted_dictionary_holds_in_the_same_order(int seed, int range, int removing)
    {
        var random = new Random(seed);
        var keys = new ChunkedKeys();
        var expected = new SortedDictionary<int, int>();
        var present = new List<int>();
        for (var i = 1; i <= 20_000; i++)
        {
            if (random.Next(100) < removing && present.Count > 0)
            {
                var at = random.Next(present.Count);
                keys.Remove(present[at]);
                expected.Remove(present[at]);
                present[at] = present[^1];
                present.RemoveAt(present.Count - 1);
            }
            else
            {
                var key = random.Next(-range, range);
                ref var value = ref keys.FindOrAdd(key, out var added);
                Assert.Equal(expected.TryAdd(key, i), added);
                if (added)
                {
                    value = i;
                    present.Add(key);
                }

                Assert.Equal(expected[key], value);
            }

            Assert.Equal(expected.Count, keys.Count);
            if (expected.Count > 0 && i % 100 == 0) Compare(expected, keys);
        }
    }

    [Fact]
    public void Keys_that_only_rise_or_only_fall_are_held_in_order()
    {
        var (rising, falling) = (new ChunkedKeys(), new ChunkedKeys());
        for (var i = 0; i < 5_000; i++)
        {
            rising.FindOrAdd(i, out _) = i;
            falling.FindOrAdd(-i, out _) = i;
        }

        Assert.Equal(Enumerable.Range(0, 5_000).Reverse(), Values(rising));
        Assert.Equal(Enumerable.Range(0, 5_000), Values(falling));
    }

    private static void Compare(SortedDictionary<int, int> expected, ChunkedKeys keys)
    {
        Assert.Equal(expected.Values.Reverse(), Values(keys));
        Assert.Equal(expected.Keys.First(), keys.Lowest);
        Assert.Equal((expected.Keys.Last(), expected.Values.Last()), keys.Highest);
    }

    private static List<int> Values(ChunkedKeys keys)
    {
        var values = new List<int>();
        foreach (var value in keys.FromHighest()) values.Add(value);
        return values;
    }
}
