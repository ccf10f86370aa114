using Dites32.Core.Internships.Housing;

namespace Dites32.Tests.Internships.Housing;

/// <summary>What lodging by a local authority takes and gives, from amounts with a day.</summary>
public sealed class AllowanceBalanceTests : HousingTest
{
    private static readonly AllowanceRate Known = new(new DateOnly(2020, 11, 1), 300, null, "Essai");

    [Fact]
    public void Six_months_at_200_euros_instead_of_450_cost_the_allowance_of_six_months()
    {
        var balance = AllowanceBalance.Of(new DateOnly(2026, 5, 1), new DateOnly(2026, 10, 31), 200, 450, losesAllowance: true, [Known]);
        Assert.Equal((1200, 2700, 1800), (balance.Rent, balance.RentElsewhere, balance.AllowanceLost));
        Assert.Equal(-300, balance.Net);
        Assert.Equal(1500, AllowanceBalance.Of(new DateOnly(2026, 5, 1), new DateOnly(2026, 10, 31), 200, 450, losesAllowance: false, [Known]).Net);
    }

    [Fact]
    public void Without_a_rent_to_compare_with_nothing_is_said_to_be_gained()
    {
        var balance = AllowanceBalance.Of(new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 31), 200, null, losesAllowance: true, [Known]);
        Assert.Equal((300, null), (balance.AllowanceLost, balance.Net));
        Assert.Equal(50, AllowanceBalance.Of(new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 31), 200, null, true, [Known with { UsualRent = 550 }]).Net);
    }

    [Fact]
    public void An_amount_counts_from_its_day_on()
    {
        var rates = new[] { Known, new AllowanceRate(new DateOnly(2026, 8, 1), 360, null, "Essai") };
        Assert.Equal((3 * 300) + (3 * 360), AllowanceBalance.Of(new DateOnly(2026, 5, 1), new DateOnly(2026, 10, 31), 0, null, true, rates).AllowanceLost);
        Assert.Equal(0, AllowanceBalance.Of(new DateOnly(2019, 5, 1), new DateOnly(2019, 10, 31), 0, null, true, rates).AllowanceLost);
    }

    [Fact]
    public void A_stay_costs_what_its_two_parts_cost()
    {
        foreach (var seed in Enumerable.Range(0, 300))
        {
            var random = new Random(seed);
            var start = new DateOnly(2026, 1, 1).AddDays(random.Next(400));
            var (middle, end) = (start.AddDays(random.Next(1, 90)), start.AddDays(random.Next(90, 200)));
            var (rent, elsewhere) = (random.Next(0, 900), random.Next(0, 900));
            var rates = new[] { Known, Known with { StartsOn = start.AddDays(random.Next(200)), MonthlyEuros = random.Next(0, 600) } };
            AllowanceBalance Of(DateOnly from, DateOnly to) => AllowanceBalance.Of(from, to, rent, elsewhere, true, rates);

            var (whole, first, second) = (Of(start, end), Of(start, middle), Of(middle.AddDays(1), end));
            Assert.InRange(whole.AllowanceLost - first.AllowanceLost - second.AllowanceLost, -1, 1); // euros are whole
            Assert.InRange(whole.Rent - first.Rent - second.Rent, -1, 1);
            Assert.Equal(whole.RentElsewhere - whole.Rent - whole.AllowanceLost, whole.Net);
        }
    }

    [Fact]
    public async Task The_portal_begins_with_the_amount_that_is_known_and_keeps_what_a_coordinator_writes()
    {
        var rate = Assert.Single((await DeskAsync()).Rates);
        Assert.Equal((new DateOnly(2020, 11, 1), 300), (rate.StartsOn, rate.MonthlyEuros));
        await DoAsync(new SetHousingAllowance("2020-11-01", "310", "420", "Arrêté d'essai"));
        await DoAsync(new SetHousingAllowance("2027-01-01", "320", "", "Arrêté d'essai"));
        await Dites32.Core.Data.Database.MigrateAsync(OwnerConnectionString);
        Assert.Equal([320, 310], (await DeskAsync()).Rates.Select(r => r.MonthlyEuros));
        var refused = (await SendAsync(Coordinator, new SetHousingAllowance("", "beaucoup", "x", ""))).Error;
        Assert.Equal(["MonthlyEuros", "Source", "StartsOn", "UsualRent"], refused!.Fields!.Keys.Order());
    }
}
