using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;

namespace Dites32.Tests.Authorization;

/// <summary>
/// Takes a rule about rows out of every query: where a row counts only when « there is a membership of this account » or
/// « a link that this browser holds », it counts for everybody.
/// </summary>
internal sealed class RuleRemoval<TRule> : IQueryExpressionInterceptor
{
    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) => new Rewriter().Visit(queryExpression);

    private sealed class Rewriter : ExpressionVisitor
    {
        private int depth;

        protected override Expression VisitLambda<T>(Expression<T> node)
        {
            depth++;
            var visited = base.VisitLambda(node);
            depth--;
            return visited;
        }

        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            depth > 0 && node.Method.DeclaringType == typeof(Queryable) && node.Method.Name == nameof(Queryable.Any)
                && node.Arguments is [EntityQueryRootExpression root, _] && root.ElementType == typeof(TRule)
                    ? Expression.Constant(true)
                    : base.VisitMethodCall(node);
    }
}
